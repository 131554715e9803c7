package eifexplorer.ui.explore.whatif;

import eifexplorer.training.ReweightedRetraining;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Which images are changed, how, and how often it is tried; numbers as they are typed. */
public final class WhatIfForm {
  /** Stands for each image's likeliest label in {@link #relabelProperty}. */
  public static final int LIKELIEST = -1;

  private static final int MOST_SEEDS = 20;
  private static final double LARGEST_WEIGHT = 1000;

  private final ObjectProperty<WhatIfSelection> selection =
      new SimpleObjectProperty<>(WhatIfSelection.ALL);
  private final ObjectProperty<WhatIfChange> change =
      new SimpleObjectProperty<>(WhatIfChange.REWEIGHT);
  private final StringProperty strongest = new SimpleStringProperty("20");
  private final StringProperty harmfulWeight = new SimpleStringProperty("0");
  private final StringProperty helpfulWeight = new SimpleStringProperty("2");
  private final ObjectProperty<Integer> relabel = new SimpleObjectProperty<>(LIKELIEST);
  private final StringProperty rate = new SimpleStringProperty("4e-5");
  private final StringProperty seeds = new SimpleStringProperty("5");

  /**
   * What is done to an image.
   *
   * @param kind which of the two
   * @param harmfulWeight how often a harmful one counts
   * @param helpfulWeight how often a helpful one counts
   * @param label the label it gets, or {@link #LIKELIEST}
   * @param rate the last layer's learning rate
   */
  record Change(
      WhatIfChange kind, double harmfulWeight, double helpfulWeight, int label, double rate) {}

  /** Which images. */
  public ObjectProperty<WhatIfSelection> selectionProperty() {
    return selection;
  }

  /** What is done to them. */
  public ObjectProperty<WhatIfChange> changeProperty() {
    return change;
  }

  /** How many of each kind, 1 or more. */
  public StringProperty strongestProperty() {
    return strongest;
  }

  /** How often harmful ones count, 0 to 1000. */
  public StringProperty harmfulWeightProperty() {
    return harmfulWeight;
  }

  /** How often helpful ones count, 0 to 1000. */
  public StringProperty helpfulWeightProperty() {
    return helpfulWeight;
  }

  /** The label they get, or {@link #LIKELIEST}. */
  public ObjectProperty<Integer> relabelProperty() {
    return relabel;
  }

  /** The last layer's learning rate, 1e-7 to 1; the paper's to begin with. */
  public StringProperty rateProperty() {
    return rate;
  }

  /** How often it is tried, 1 to 20. */
  public StringProperty seedsProperty() {
    return seeds;
  }

  void onChange(Runnable listener) {
    List<Property<?>> all =
        List.of(selection, change, strongest, harmfulWeight, helpfulWeight, relabel, rate, seeds);
    all.forEach(property -> property.addListener((value, old, now) -> listener.run()));
  }

  /** What does not make sense, and what would. */
  Optional<String> problem() {
    if (selection.get() == WhatIfSelection.STRONGEST && strongest().isEmpty()) {
      return Optional.of(Texts.of("How many of each: a whole number, 1 or more."));
    }
    if (change.get() == WhatIfChange.REWEIGHT
        && (weight(harmfulWeight) < 0 || weight(helpfulWeight) < 0)) {
      return Optional.of(
          Texts.of("How often an image counts: a number from 0 (left out) to 1000."));
    }
    if (!(number(rate) >= ReweightedRetraining.LEAST_RATE && number(rate) <= 1)) {
      return Optional.of(Texts.of("Learning rate: a number from 1e-7 to 1."));
    }
    if (seeds().isEmpty()) {
      return Optional.of(Texts.of("Seeds: a whole number, 1 to {0}.", MOST_SEEDS));
    }
    return Optional.empty();
  }

  OptionalInt strongest() {
    return whole(strongest.get(), Integer.MAX_VALUE);
  }

  OptionalInt seeds() {
    return whole(seeds.get(), MOST_SEEDS);
  }

  /** What is done; what does not count for that is as if it had not been filled in. */
  Change change() {
    boolean weighs = change.get() == WhatIfChange.REWEIGHT;
    return new Change(
        change.get(),
        weighs ? weight(harmfulWeight) : 1,
        weighs ? weight(helpfulWeight) : 1,
        weighs ? LIKELIEST : relabel.get(),
        number(rate));
  }

  /** -1 for what is no weight. */
  private static double weight(StringProperty text) {
    double weight = number(text);
    return weight >= 0 && weight <= LARGEST_WEIGHT ? weight : -1;
  }

  private static double number(StringProperty text) {
    try {
      return Double.parseDouble(text.get().strip());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static OptionalInt whole(String text, int most) {
    try {
      int number = Integer.parseInt(text.strip());
      return number >= 1 && number <= most ? OptionalInt.of(number) : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }
}
