-- Migration 1, what only PostgreSQL says.

-- Writers take turns: whoever holds EXCLUSIVE on this table, which stays empty
CREATE TABLE write_turn (turn integer);
