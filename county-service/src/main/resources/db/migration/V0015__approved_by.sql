-- The organisation that approved what another submitted; null for what took effect at once.
ALTER TABLE policy_version ADD approved_by text;
