"""What actions report, as plain data for every door: JSON in the contract's shapes, and SARIF."""
