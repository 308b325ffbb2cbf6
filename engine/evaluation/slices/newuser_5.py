"""New people of whom 5 titles are known."""

from engine.evaluation.slices._newcomers import newcomers

SLICE = newcomers(5, tuning=False)
