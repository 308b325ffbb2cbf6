"""What other services report by themselves: taken in safely, then worked in once and in order."""
