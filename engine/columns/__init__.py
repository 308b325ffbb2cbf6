"""What the columnar catalogue is made of and made by."""
