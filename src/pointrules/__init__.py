"""A rules engine for village points (积分制)."""
