-- Undone imports take back many clients at once: pipeline.withdraw_all.
drop function pipeline.withdraw(bigint, bigint);
