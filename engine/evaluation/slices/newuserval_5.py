"""New people of whom 5 titles are known, other people than those who are reported on."""

from engine.evaluation.slices._newcomers import newcomers

SLICE = newcomers(5, tuning=True)
