package eifexplorer.dataset.format;

import eifexplorer.dataset.DatasetFormat;
import eifexplorer.dataset.NearestNames;
import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The formats known, in the order they are tried on a folder. */
public final class DatasetFormats {
  private static final String NOISY = "_noisy";

  private final List<DatasetFormat> formats;

  /** Exactly these formats; those that recognise more should come later. */
  public DatasetFormats(List<DatasetFormat> formats) {
    this.formats = List.copyOf(formats);
  }

  /** All formats of this package, after any given here. */
  public static DatasetFormats standard(DatasetFormat... first) {
    return new DatasetFormats(
        Stream.concat(
                Stream.of(first),
                Stream.of(
                    new Cub200(),
                    new Cars196(),
                    new InShop(),
                    new StanfordOnlineProducts(),
                    new CsvManifest(),
                    new ImageFolder()))
            .toList());
  }

  /** All of them. */
  public List<DatasetFormat> all() {
    return formats;
  }

  /** True for names such as {@code cub_noisy}: the data set with label noise injected. */
  public static boolean isNoisy(String id) {
    return id.endsWith(NOISY);
  }

  /**
   * The format of this name; {@code _noisy} at its end is ignored.
   *
   * @throws ProblemException naming the known ones if there is none
   */
  public DatasetFormat byId(String id) {
    String wanted = isNoisy(id) ? id.substring(0, id.length() - NOISY.length()) : id;
    return formats.stream()
        .filter(format -> format.id().equals(wanted))
        .findFirst()
        .orElseThrow(() -> unknown(wanted));
  }

  private ProblemException unknown(String id) {
    List<String> ids = formats.stream().map(DatasetFormat::id).toList();
    return ProblemException.ofValue(
        id,
        "There is no data set format \"" + id + "\"",
        String.format(
            Locale.ROOT,
            "Did you mean %s? Known: %s.",
            NearestNames.of(id, ids).get(0),
            String.join(", ", ids)));
  }

  /**
   * The first format that recognises a folder or file; rather than a folder of just any pictures, a data set one folder
   * below, where unpacking put it.
   */
  public Optional<DatasetFormat> find(Path root) {
    Optional<DatasetFormat> direct =
        formats.stream().filter(format -> format.recognises(root)).findFirst();
    return direct.filter(format -> !NearbyRoot.takesAnything(format)).isPresent()
        ? direct
        : NearbyRoot.formatBelow(formats, root).or(() -> direct);
  }

  /** As {@link #find}; throws {@link ProblemException} saying what was looked for and what was found. */
  public DatasetFormat recognise(Path root) {
    return find(root)
        .orElseThrow(
            () ->
                FolderFiles.missing(
                    root,
                    formats.stream()
                        .map(f -> "for " + f.title() + ": " + f.layout())
                        .collect(Collectors.joining("; ", "one of: ", ""))));
  }
}
