"""What the stand-ins for Radarr and Sonarr have in common."""
