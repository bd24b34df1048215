"""pywisetransfer: older paths over requests, first version of profiles, statements with signatures."""

import os

import pywisetransfer
from pywisetransfer.base import Base

TOKEN = "12345678-1234-4234-8234-123456789abc"


def main():
    client = pywisetransfer.Client(api_key=TOKEN, environment="sandbox")
    # It takes no proxy from the environment; each of its services has the attribute `domain` of its framework.
    for service in Base.__subclasses__():
        service.domain = os.environ["SIMULATOR"]
    [business] = client.profiles.list(type="business")
    [person] = client.profiles.list(type="personal")
    assert person.details.firstName and business.details.name
    balances = client.balances.list(profile_id=business.id, types=["STANDARD", "SAVINGS"])
    assert {balance.currency for balance in balances} >= {"EUR", "GBP", "USD", "JPY"}
    for balance in balances:
        assert client.balances.get(profile_id=business.id, balance_id=balance.id).amount == balance.amount
        if balance.investmentState != "NOT_INVESTED":
            continue
        for kind in ("COMPACT", "FLAT"):
            statement = client.balance_statements.statement(
                business.id, balance.id, balance.currency, "2026-08-01T00:00:00Z", "2026-11-30T00:00:00Z", type=kind)
            assert statement.accountHolder.type == "BUSINESS"
            moved = sum(round(line.amount.value * 100) for line in statement.transactions)
            start, end = statement.startOfStatementBalance.value, statement.endOfStatementBalance.value
            assert round(end * 100) - round(start * 100) == moved, (balance.currency, kind)


main()
