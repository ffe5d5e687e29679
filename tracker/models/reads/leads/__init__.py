"""What leads are ranked by, and leads as they are ranked."""
