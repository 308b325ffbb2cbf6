"""New people of whom 10 titles are known."""

from engine.evaluation.slices._newcomers import newcomers

SLICE = newcomers(10, tuning=False)
