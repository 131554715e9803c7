package eifexplorer.ui.explore.totals;

import eifexplorer.influence.HarmAgreement;
import eifexplorer.influence.HarmAgreement.Place;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** What several estimators say of a culprit, in words. */
final class AgreementWords {
  private AgreementWords() {}

  /** Who counts it among the worst, in words; empty if nobody does, or the others are not known. */
  static String verdict(List<Place> places) {
    if (places.size() < 2) {
      return "";
    }
    long worst = places.stream().filter(Place::isWorst).count();
    return switch (HarmAgreement.verdict(places)) {
      case ALL -> Texts.of("all {0} estimators agree", places.size());
      case SOME -> Texts.of("{0} of {1} estimators agree", worst, places.size());
      case FIRST_ALONE -> Texts.of("only {0} says so", places.get(0).estimator());
      case NOT_FIRST -> "";
    };
  }

  /** Where each places it: {@code EIF: 1st of 25, 23.2 % of all harm}. */
  static String places(List<Place> places) {
    StringBuilder text = new StringBuilder(Texts.of("Among the worst by harm to all pairs:"));
    for (Place place : places) {
      text.append('\n')
          .append(place.estimator())
          .append(Texts.of(": number "))
          .append(Texts.count(place.rank()))
          .append(Texts.of(" of "))
          .append(Texts.count(place.of()))
          .append(", ")
          .append(Texts.percent(place.share()))
          .append(Texts.of(" of all harm"));
    }
    return text.toString();
  }

  /** The same in a line: {@code Rank of 25 by harm: EIF 1 · TRAK 3}; empty if nobody was asked. */
  static String ranks(List<Place> places) {
    return places.stream()
        .map(place -> place.estimator() + " " + Texts.count(place.rank()))
        .collect(
            Collectors.joining(
                " · ",
                places.isEmpty()
                    ? ""
                    : Texts.of("Rank of {0} by harm: ", Texts.count(places.get(0).of())),
                ""));
  }
}
