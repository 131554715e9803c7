package eifexplorer.experiment.attribution;

import eifexplorer.experiment.ExperimentResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a finished run of {@link LinearDatamodelingScore} measured, as others ask for it; immutable.
 *
 * @param how it was measured
 * @param worths of every estimator, in the run's order
 * @param leads of every two of them
 */
public record LdsMeasurement(How how, List<Worth> worths, List<Lead> leads) {
  /** What it is about most, first: had it been trained without, then one more epoch. */
  private static final List<String> PROTOCOLS = List.of("half", "ninety", "epoch");

  /**
   * Of several of one model the one to go by first. Single pairs before means of several, proxies held fixed, as scores take
   * them, before those that learn, and many trainings and distances before few: the newest only among equals.
   */
  static final Comparator<LdsMeasurement> TELLING_FIRST =
      Comparator.comparing((LdsMeasurement one) -> !one.how().of().equals(LdsQuery.PAIRS))
          .thenComparingInt(one -> one.how().place())
          .thenComparing(one -> one.how().learnsProxies())
          .thenComparing(
              Comparator.comparingInt((LdsMeasurement one) -> one.how().trainings()).reversed())
          .thenComparing(
              Comparator.comparingInt((LdsMeasurement one) -> one.how().measured()).reversed())
          .thenComparing(
              Comparator.comparing((LdsMeasurement one) -> one.how().finished()).reversed());

  /**
   * How it was measured.
   *
   * @param protocol half, ninety or epoch
   * @param protocolTitle the same for people
   * @param of whose distances: pairs, class-pairs or groups
   * @param subsets m
   * @param seeds k draws of the batches for each
   * @param measured number of distances
   * @param ceiling what a perfect prediction would reach; empty for one seed
   * @param finished ISO-8601 time in UTC
   */
  public record How(
      String protocol,
      String protocolTitle,
      String of,
      int subsets,
      int seeds,
      int measured,
      OptionalDouble ceiling,
      String finished) {
    /** Whether the proxies learned on each part too, of which the scores know nothing. */
    boolean learnsProxies() {
      return protocolTitle.endsWith(LdsPlan.TOO);
    }

    private int place() {
      int place = PROTOCOLS.indexOf(protocol);
      return place < 0 ? PROTOCOLS.size() : place;
    }

    /** How and how thoroughly, for people: {@code half kept, retrained; 64 parts, 2 seeds, 486 distances}. */
    String size() {
      return String.format(
          Locale.ROOT,
          "%s; %,d %s, %,d %s, %,d %s",
          protocolTitle,
          subsets,
          subsets == 1 ? "part" : "parts",
          seeds,
          seeds == 1 ? "seed" : "seeds",
          measured,
          measured == 1 ? "distance" : "distances");
    }

    /** Whose distances, for people: {@code class pairs}. */
    public String distances() {
      return of.replace('-', ' ');
    }

    /** Number of heads that were trained. */
    public int trainings() {
      return subsets * seeds;
    }
  }

  /**
   * How much further one estimator predicts than another, on the same distances and subsets.
   *
   * @param first as it is typed
   * @param second as it is typed
   * @param low lower end of the difference's 95 % interval
   * @param high upper end
   */
  public record Lead(String first, String second, double low, double high) {
    private boolean of(String one, String other) {
      return first.equals(one) && second.equals(other);
    }
  }

  /** Copies the lists. */
  public LdsMeasurement {
    worths = List.copyOf(worths);
    leads = List.copyOf(leads);
  }

  /** What a result says; empty for another experiment's, and for one whose values are not as this version writes them. */
  public static Optional<LdsMeasurement> of(ExperimentResult result) {
    Object values = result.findings().values().get(LinearDatamodelingScore.ID);
    if (!result.run().experiment().equals(LinearDatamodelingScore.ID)
        || !(values instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    OptionalDouble measured = number(map, "measured");
    OptionalDouble subsets = number(map, "subsets");
    OptionalDouble seeds = number(map, "seeds");
    Map<String, String> parameters = result.run().parameters();
    String protocol = parameters.getOrDefault(LdsPlan.PROTOCOL, Protocol.HALF.id());
    boolean known = Protocol.choices().stream().anyMatch(choice -> choice.name().equals(protocol));
    if (!known || measured.isEmpty() || subsets.isEmpty() || seeds.isEmpty()) {
      return Optional.empty();
    }
    How how =
        new How(
            protocol,
            Protocol.of(protocol).title() + proxies(protocol, parameters),
            parameters.getOrDefault(LdsQuery.OF, LdsQuery.PAIRS),
            (int) subsets.getAsDouble(),
            (int) seeds.getAsDouble(),
            (int) measured.getAsDouble(),
            number(map, "ceiling"),
            result.finished());
    List<Worth> worths = worths(map, parameters.getOrDefault(LdsPlan.ESTIMATORS, ""), how);
    return worths.isEmpty()
        ? Optional.empty()
        : Optional.of(new LdsMeasurement(how, worths, leads(map.get("differences"))));
  }

  /** What the title says of proxies; those of earlier versions learned too. */
  private static String proxies(String protocol, Map<String, String> parameters) {
    String proxies = parameters.getOrDefault(LdsPlan.PROXIES, LdsPlan.LEARNED);
    return !protocol.equals(Protocol.EPOCH.id()) && proxies.equals(LdsPlan.LEARNED)
        ? LdsPlan.TOO
        : "";
  }

  private static List<Worth> worths(Map<?, ?> values, String estimators, How how) {
    List<Worth> worths = new ArrayList<>();
    for (EstimatorSetting setting : EstimatorSetting.all(List.of(estimators.split(",")))) {
      if (values.get(setting.text()) instanceof Map<?, ?> numbers) {
        OptionalDouble mean = number(numbers, "mean");
        if (mean.isPresent()) {
          worths.add(
              new Worth(
                  setting.text(),
                  setting.id(),
                  setting.options(),
                  mean.getAsDouble(),
                  number(numbers, "low"),
                  number(numbers, "high"),
                  how));
        }
      }
    }
    return worths;
  }

  /** Results of earlier versions have none. */
  private static List<Lead> leads(@Nullable Object differences) {
    List<Lead> leads = new ArrayList<>();
    if (differences instanceof List<?> all) {
      for (Object one : all) {
        if (one instanceof Map<?, ?> map
            && map.get("first") instanceof String first
            && map.get("second") instanceof String second
            && map.get("low") instanceof Number low
            && map.get("high") instanceof Number high) {
          leads.add(new Lead(first, second, low.doubleValue(), high.doubleValue()));
        }
      }
    }
    return leads;
  }

  private static OptionalDouble number(Map<?, ?> of, String name) {
    return of.get(name) instanceof Number number
        ? OptionalDouble.of(number.doubleValue())
        : OptionalDouble.empty();
  }

  /** Whether the first was measured to predict further than the second, beyond chance. */
  boolean leads(String first, String second) {
    return leads.stream()
        .anyMatch(
            lead ->
                lead.of(first, second)
                    ? lead.low() > 0
                    : lead.of(second, first) && lead.high() < 0);
  }
}
