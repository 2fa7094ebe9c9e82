-- When the names of an erased person were taken out of a run's file.
ALTER TABLE run_file ADD COLUMN cleared BIGINT NULL;
