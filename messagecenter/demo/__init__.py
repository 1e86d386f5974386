"""A believable shop to look at: people, goods, orders and their threads, told through the real flows."""
