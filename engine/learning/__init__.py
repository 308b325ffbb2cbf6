"""What everybody's meetings teach: trained in the background, folded in by arithmetic."""
