package eifexplorer.cli;

import eifexplorer.export.CulpritFacts;
import eifexplorer.influence.HarmCover;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.retrain.HeadComparison.Spread;
import eifexplorer.retrain.LeaveOutOutcome;
import eifexplorer.retrain.LeaveOutOutcome.Count;
import eifexplorer.retrain.LeaveOutOutcome.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Prints the culprits, and what doing without some of them gave. */
final class CulpritsPrinter {
  private final Console console;

  CulpritsPrinter(Console console) {
    this.console = console;
  }

  void print(CulpritFacts facts) {
    List<Map<String, Object>> classes = facts.classes();
    HarmCover few = facts.few();
    console.line(
        "%d confused pairs; %d image%s alone harm %d: %s",
        facts.pairs(),
        few.images().size(),
        few.images().size() == 1 ? "" : "s",
        few.pairs(),
        few.images());
    table("class", classes, "class", "images", "images_that_harm");
    table("training image", facts.images(), "path", "train_index", "class");
    if (facts.asMap().get("rank_correlation") instanceof Map<?, ?> correlations) {
      correlations.forEach(
          (estimator, rho) ->
              console.line(
                  "Rank correlation of all images' harm, EIF and %s: %.2f", estimator, rho));
    }
    facts.leftOut().forEach(sentence -> console.line("%s", sentence));
  }

  private void table(String title, List<Map<String, Object>> rows, String... columns) {
    boolean agreed = !rows.isEmpty() && rows.get(0).containsKey("agreement");
    Table table =
        agreed
            ? new Table(title, words(columns[1]), words(columns[2]), "pairs", "harm", "ranks")
            : new Table(title, words(columns[1]), words(columns[2]), "pairs", "harm");
    for (Map<String, Object> row : rows) {
      String[] first = {text(row, columns[0]), text(row, columns[1]), text(row, columns[2])};
      String pairs = text(row, "pairs_harmed");
      String share =
          row.get("share_of_harm") instanceof Double part
              ? String.format(Locale.ROOT, "%.1f%%", 100 * part)
              : "";
      if (agreed) {
        table.row(
            first[0],
            first[1],
            first[2],
            pairs,
            share,
            row.get("agreement") + " " + row.get("ranks"));
      } else {
        table.row(first[0], first[1], first[2], pairs, share);
      }
    }
    table.print(console);
  }

  private static String text(Map<String, Object> row, String field) {
    return String.valueOf(row.get(field));
  }

  private static String words(String field) {
    return field.replace('_', ' ');
  }

  void print(String name, LeaveOutOutcome outcome, Set<TestPair> harmed) {
    console.line(
        "Without %s (%d training images), %d seed%s; change ± deviation, [as many at random]",
        name,
        outcome.request().images().size(),
        outcome.all().size(),
        outcome.all().size() == 1 ? "" : "s");
    print("R@1", outcome.recallAt1());
    print("MAP@R", outcome.mapAtR());
    print("distance of " + harmed.size() + " harmed pairs", outcome.distance(harmed));
    print("test images fixed", outcome.fixed());
    print("test images broken", outcome.broken());
  }

  private void print(String what, Measure measure) {
    console.line(
        "  %-30s %.4f %+.4f ± %.4f  [%+.4f ± %.4f]  %s",
        what,
        measure.all().mean(),
        measure.change().mean(),
        measure.change().deviation(),
        measure.atRandom().mean(),
        measure.atRandom().deviation(),
        measure.chance().words());
  }

  private void print(String what, Count count) {
    console.line(
        "  %-30s %.1f ± %.1f  [%.1f ± %.1f]  %s",
        what,
        count.count().mean(),
        count.count().deviation(),
        count.atRandom().mean(),
        count.atRandom().deviation(),
        count.chance().words());
  }

  /** The same as fields. */
  static Map<String, Object> facts(LeaveOutOutcome outcome, Set<TestPair> harmed) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("training_images", outcome.request().images());
    facts.put("seeds", outcome.all().size());
    facts.put("recall_at_1", fields(outcome.recallAt1()));
    facts.put("map_at_r", fields(outcome.mapAtR()));
    facts.put("harmed_pairs", harmed.size());
    facts.put("distance", fields(outcome.distance(harmed)));
    facts.put("fixed", fields(outcome.fixed(), outcome.usuallyFixed()));
    facts.put("broken", fields(outcome.broken(), outcome.usuallyBroken()));
    return facts;
  }

  private static Map<String, Object> fields(Measure measure) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("all", fields(measure.all()));
    fields.put("change", fields(measure.change()));
    fields.put("at_random", fields(measure.atRandom()));
    fields.put("chance", measure.chance().words());
    return fields;
  }

  private static Map<String, Object> fields(Count count, List<Integer> testImages) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("count", fields(count.count()));
    fields.put("at_random", fields(count.atRandom()));
    fields.put("chance", count.chance().words());
    fields.put("test_images", testImages);
    return fields;
  }

  private static Map<String, Object> fields(Spread spread) {
    return Map.of("mean", spread.mean(), "deviation", spread.deviation());
  }
}
