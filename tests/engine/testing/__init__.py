"""What the engine offers to tests and benchmarks."""
