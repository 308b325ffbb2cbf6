"""New people of whom 10 titles are known, other people than those who are reported on."""

from engine.evaluation.slices._newcomers import newcomers

SLICE = newcomers(10, tuning=True)
