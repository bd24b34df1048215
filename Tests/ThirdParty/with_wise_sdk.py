"""wise-sdk: calendar paths over httpx, every answer validated by Pydantic models made from the bank's description."""

import uuid

import wise_sdk

TOKEN = "12345678-1234-4234-8234-123456789abc"


def main():
    with wise_sdk.WiseClient(access_token=TOKEN) as client:
        profiles = client.profiles.list()
        business = next(profile for profile in profiles if profile.type == "BUSINESS")
        assert client.profiles.get(profile_id=business.id).full_name == business.full_name
        before = {item.currency: item for item in client.balances.list(profile_id=business.id, types="STANDARD")}
        assert client.balances.get(profile_id=business.id, balance_id=before["EUR"].id).amount == before["EUR"].amount

        quote = client.quotes.create(
            profile_id=business.id, source_currency="EUR", target_currency="GBP", source_amount=100.0, pay_out="BALANCE")
        assert client.quotes.get(profile_id=business.id, quote_id=quote.id).rate == quote.rate
        key = str(uuid.UUID(int=1))
        movement = client.balances.move(profile_id=business.id, idempotence_uuid=key, quote_id=quote.id)
        again = client.balances.move(profile_id=business.id, idempotence_uuid=key, quote_id=quote.id)
        assert movement.state == "COMPLETED" and movement == again
        after = {item.currency: item for item in client.balances.list(profile_id=business.id, types="STANDARD")}
        cents = round(100 * (before["EUR"].amount.value - after["EUR"].amount.value))
        assert cents == 100_00, cents
        assert after["GBP"].amount.value > before["GBP"].amount.value

        jar = client.balances.create(
            profile_id=business.id, idempotence_uuid=str(uuid.UUID(int=2)), currency="EUR", type="SAVINGS", name="Spare")
        client.balances.delete(profile_id=business.id, balance_id=jar.id)
        assert client.balances.get_total_funds(profile_id=business.id, currency="EUR").total_worth.currency == "EUR"
        assert client.balances.get_capacity(profile_id=business.id, currency="EUR").has_limit is False
        assert client.rates.get(source="EUR", target="GBP")[0].source == "EUR"
        assert any(currency.code == "JPY" for currency in client.currencies.get())
        refused(client, business.id)


def refused(client, profile):
    """What the bank refuses comes as the error that the program has for it."""
    try:
        client.quotes.create(profile_id=profile, source_currency="EUR", target_currency="GBP", source_amount=-1.0)
    except wise_sdk.ApiError as error:
        assert error.status_code == 400 and error.body["errors"][0]["code"] == "error.greaterThanZero"
    else:
        raise AssertionError("a negative amount was quoted")


main()
