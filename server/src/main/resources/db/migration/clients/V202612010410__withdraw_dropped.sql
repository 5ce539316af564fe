-- Undone imports take back many clients at once: clients.withdraw_all.
drop function clients.withdraw(bigint, bigint);
