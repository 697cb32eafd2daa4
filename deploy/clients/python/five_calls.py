"""Five calls with the Python client that openapi-generator makes of the Atlas' document (generator python, package atlas_client).

Usage: python3 five_calls.py ADDRESS KEY
"""

import os
import sys
import time
from datetime import date, datetime

from atlas_client import (
    ApiClient,
    Configuration,
    CountiesApi,
    County,
    PoliciesApi,
    Problem,
    RecordPolicy,
    Source,
    StatisticsApi,
)
from atlas_client.exceptions import BadRequestException

DAY_OF_THE_REPORT = date(2019, 12, 17)
COUNTY = "24045"


def lists_counties(api: CountiesApi) -> None:
    found: list[County] = []
    cursor = None
    while True:
        page = api.list_counties(
            state=["CO"], factor="LIMITS_ICE_HOLDS", protected=True, as_of=DAY_OF_THE_REPORT, limit=40, cursor=cursor
        )
        found.extend(page.items)
        cursor = page.next
        if cursor is None:
            break
    assert len(found) == page.total == 64, (len(found), page.total)
    assert {county.state for county in found} == {"CO"}
    print(f"list_counties: {len(found)} counties of Colorado limit ICE holds")


def reads_a_county(api: CountiesApi) -> None:
    county = api.get_county("24031", as_of=DAY_OF_THE_REPORT)
    assert county.name == "Montgomery County"
    assert county.score == 5
    assert county.as_of == DAY_OF_THE_REPORT
    assert isinstance(county.known_at, datetime) and county.known_at.tzinfo is not None
    assert len(county.factors) == 7
    assert county.factors[2].basis == "COUNTY_POLICY"
    assert county.has_jail is None
    print(f"get_county: {county.name} scores {county.score}")


def reads_a_statistic(api: StatisticsApi) -> None:
    types = api.get_policy_types(as_of=DAY_OF_THE_REPORT)
    assert types.counties == 3142
    assert len(types.items) == 7
    holds = next(item for item in types.items if item.factor == "LIMITS_ICE_HOLDS")
    assert holds.protected > 300
    print(f"get_policy_types: {holds.protected} of {types.analyzed} counties limit ICE holds")


def records_a_policy(policies: PoliciesApi, counties: CountiesApi) -> None:
    record = RecordPolicy(
        factor="LIMITS_ICE_HOLDS",
        stance="PROTECTIVE",
        instrument="SHERIFF_POLICY",
        title="Recorded by the Python client",
        effective_from="2021-03",
        sources=[Source(title="A source", retrieved_on=date(2021, 3, 9))],
    )
    answer = policies.record_county_policy_with_http_info(
        COUNTY, record, idempotency_key=f"five-calls-python-{os.getpid()}"
    )
    assert answer.status_code == 201
    recorded = answer.data
    assert recorded.effective_from_precision == "MONTH"
    shown = policies.get_policy(recorded.id)
    assert shown.title == "Recorded by the Python client"
    assert shown.superseded_at is None
    for _ in range(100):
        if recorded.id in counties.get_county(COUNTY).factors[2].records:
            break
        time.sleep(0.1)
    else:
        raise AssertionError(f"{COUNTY} does not rest on {recorded.id}")
    print(f"record_county_policy: 201, and {recorded.county} rests on it")


def is_refused(policies: PoliciesApi) -> None:
    record = RecordPolicy(
        factor="LIMITS_ICE_HOLDS",
        stance="PROTECTIVE",
        instrument="OTHER",
        title="Ends first",
        effective_from="2021-03-09",
        effective_to="2021-03-08",
        sources=[Source(title="A source")],
    )
    try:
        policies.record_county_policy(COUNTY, record)
    except BadRequestException as refusal:
        problem = Problem.from_json(refusal.body or "")
    assert problem is not None and problem.status == 400
    assert problem.type == "/problems/invalid-input"
    assert any(error.pointer == "/effectiveTo" for error in problem.errors or [])
    print(f"record_county_policy: refused, {problem.detail}")


def main() -> None:
    address, key = sys.argv[1:]
    with ApiClient(Configuration(host=address)) as reader, ApiClient(
        Configuration(host=address, access_token=key)
    ) as writer:
        counties = CountiesApi(reader)
        policies = PoliciesApi(writer)
        lists_counties(counties)
        reads_a_county(counties)
        reads_a_statistic(StatisticsApi(reader))
        records_a_policy(policies, counties)
        is_refused(policies)


if __name__ == "__main__":
    main()
