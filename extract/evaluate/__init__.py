"""Gold against facts: match, count, report, and hold to floors."""
