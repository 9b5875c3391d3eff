"""What people did, and the dated facts about them."""
