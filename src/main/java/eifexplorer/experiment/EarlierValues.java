package eifexplorer.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says of a kept result what an earlier version of the program did otherwise than this one does unless told. */
public final class EarlierValues {
  private EarlierValues() {}

  /**
   * The findings with a note of what the run did where it names no value and the standard one of now says another thing; the
   * same findings if there is no such parameter.
   */
  public static Findings noted(Experiment experiment, ExperimentResult result) {
    Map<String, String> named = result.run().parameters();
    Map<String, String> did = experiment.completed(named);
    String otherwise =
        experiment.parameters().stream()
            .filter(one -> !named.containsKey(one.name()) && did.containsKey(one.name()))
            .filter(one -> !one.standard().equals(did.get(one.name())))
            .map(
                one ->
                    one.title() + ": " + words(one, did.getOrDefault(one.name(), one.standard())))
            .collect(Collectors.joining("; "));
    Findings own = result.findings();
    if (otherwise.isEmpty()) {
      return own;
    }
    List<String> notes = new ArrayList<>(own.notes());
    notes.add(
        "Run by an earlier version of the program, which knew no other way. " + otherwise + ".");
    return new Findings(
        notes, own.tables(), own.charts(), own.heatMaps(), own.sheets(), own.values());
  }

  private static String words(Parameter parameter, String value) {
    int choice = parameter.choices().indexOf(value);
    return choice < 0 ? value : parameter.words().get(choice);
  }
}
