"""The one-click ways to scan."""

from counter_app.ports import SheetSize
from counter_app.services.scan_profiles import AfterScan, scan_profile, scan_profiles
from ui.desk.receive.way_words import way_words


def test_every_profile_is_a_button_of_its_own_and_sharp_enough_for_the_archive() -> None:
    profiles = scan_profiles()

    words = {way_words(profile.key) for profile in profiles}
    assert len({profile.key for profile in profiles}) == len(words) == len(profiles)
    for profile in profiles:
        assert all(one.strip() for one in way_words(profile.key))
        assert profile.request.resolution >= 200  # what the guide of 11/2025 asks of ordinary papers


def test_the_usual_one_comes_first_and_a_card_is_scanned_side_by_side_on_the_glass() -> None:
    assert scan_profiles()[0].key == "plain"
    card = scan_profile("card")

    assert card is not None
    assert card.card
    assert card.after is AfterScan.BOTH_ON_ONE_PAGE
    assert (card.request.feeder, card.request.size) == (False, SheetSize.CARD)
    assert [profile.key for profile in scan_profiles() if profile.card] == ["card"]
    assert scan_profile("nosuch") is None
