"""Search by words over sealed mail: a blind index, keyed per mailbox, that holds no readable word."""
