"""wise-api-client: older paths over urllib3, answers validated by strict Pydantic models of another description."""

import os

import wise_api_client
from wise_api_client.models.create_authenticated_quote_request import CreateAuthenticatedQuoteRequest
from wise_api_client.models.create_authenticated_source_amount_quote_request import (
    CreateAuthenticatedSourceAmountQuoteRequest)

TOKEN = "12345678-1234-4234-8234-123456789abc"


def main():
    configuration = wise_api_client.Configuration(access_token=TOKEN, ssl_ca_cert=os.environ["SSL_CERT_FILE"])
    configuration.proxy = os.environ["HTTPS_PROXY"]
    with wise_api_client.ApiClient(configuration) as api:
        profiles = wise_api_client.ProfilesApi(api)
        found = [profile.actual_instance for profile in profiles.list_profiles()]
        business = next(profile for profile in found if profile.type == "BUSINESS")
        profiles.get_profile_by_id(business.id)
        balances = wise_api_client.BalancesApi(api).list_balances(business.id, "STANDARD")
        assert any(balance.currency == "EUR" for balance in balances)
        request = CreateAuthenticatedQuoteRequest(CreateAuthenticatedSourceAmountQuoteRequest(
            source_currency="EUR", target_currency="GBP", source_amount=100, target_amount=None, pay_out="BALANCE"))
        quotes = wise_api_client.QuotesApi(api)
        quote = quotes.create_authenticated_quote(business.id, request)
        assert quotes.get_quote_by_id(business.id, quote.id).rate == quote.rate


main()
