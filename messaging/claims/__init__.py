"""The marketplace's guarantee: a buyer's claim about an order, the seller's answer, the operator's decision."""
