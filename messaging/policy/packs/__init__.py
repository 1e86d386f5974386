"""The words and rules of the policy, as data: one file a family."""
