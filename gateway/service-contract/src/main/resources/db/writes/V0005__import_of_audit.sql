-- The import whose row made the change; null for a write of its own. Existing rows have none, and no row is rewritten.
ALTER TABLE audit ADD COLUMN import_id uuid;
