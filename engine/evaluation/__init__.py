"""The offline evaluator: protocol, metrics, baselines."""
