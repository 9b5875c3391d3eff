"""What crosses the border to a host: JSON, versioned."""
