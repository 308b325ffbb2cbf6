"""What the engine needs from outside, as Protocols; adapters fulfil them."""
