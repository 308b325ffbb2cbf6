"""Learning from everyone: gathering, training beside the service, measuring, putting into service and taking back."""
