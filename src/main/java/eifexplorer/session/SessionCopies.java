package eifexplorer.session;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.StackedRows;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.copies.Copies;
import eifexplorer.review.copies.CopyFinder;
import eifexplorer.review.copies.CopyLink;
import eifexplorer.review.copies.SignatureFile;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.Provenance;
import eifexplorer.workspace.ProvenanceFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The photographs that a session's data set holds more than once, found once and kept in its workspace as {@code
 * results/<fingerprint>/copies.json}; every method runs on the calling thread. The fingerprint covers the images and their
 * files, not their labels: a relabelled image is still a copy.
 */
public final class SessionCopies {
  private static final Logger LOG = LoggerFactory.getLogger(SessionCopies.class);
  private static final String FILE = "copies.json";

  /** Counts up when other copies are found than before. */
  private static final int GENERATION = 1;

  /** Up to so many products the neighbours are sought by all features, beyond that by the embeddings. */
  private static final double MOST_PRODUCTS = 2e12;

  private final MatrixMath math;
  private final CopyFinder finder;
  private final String version;

  /** What is kept. */
  record Kept(List<CopyLink> links) {
    Kept {
      links = List.copyOf(links);
    }
  }

  /**
   * Finds copies.
   *
   * @param ensure makes sure that a picture is there to be read
   * @param version of the program, noted in what it keeps
   */
  public SessionCopies(MatrixMath math, Consumer<Path> ensure, String version) {
    this.math = math;
    this.finder = new CopyFinder(math, ensure);
    this.version = version;
  }

  /** The copies that were found before; empty if nobody looked since the images changed. */
  public Optional<Copies> kept(ExplorerSession session) {
    return folder(session)
        .flatMap(folder -> read(folder, session))
        .map(kept -> copies(session, kept));
  }

  /**
   * The copies, kept or found now and kept.
   *
   * @throws eifexplorer.job.JobCancelledException when cancelled; the next search goes on where this one stopped
   */
  public Copies find(ExplorerSession session, JobContext context) {
    Optional<Path> folder = folder(session);
    Optional<Kept> kept = folder.flatMap(place -> read(place, session));
    if (kept.isPresent()) {
      return copies(session, kept.get());
    }
    Optional<Path> pictures =
        session.workspace().map(ws -> ws.folder().resolve("cache").resolve("signatures"));
    Kept found;
    try (SignatureFile signatures = SignatureFile.open(pictures)) {
      found =
          new Kept(
              finder.find(
                  files(session), rows(session, context), signatures, session.givingWay(context)));
    }
    // Pictures that are made when they are first needed are there only now.
    folder(session).ifPresent(place -> keep(place, session, found));
    return copies(session, found);
  }

  private static Copies copies(ExplorerSession session, Kept kept) {
    return Copies.of(session.dataset(), kept.links());
  }

  private FeatureMatrix rows(ExplorerSession session, JobContext context) {
    EmbeddingBundle bundle = session.bundle();
    FeatureMatrix features = new StackedRows(bundle.trainFeatures(), bundle.testFeatures());
    double products = (double) features.rows() * features.rows() * features.columns();
    return products <= MOST_PRODUCTS
        ? features
        : new StackedRows(
            Embeddings.of(bundle.trainFeatures(), bundle.head(), math, context),
            Embeddings.of(bundle.testFeatures(), bundle.head(), math, context));
  }

  private static Stream<Sample> samples(ImageDataset dataset) {
    return Stream.concat(dataset.train().stream(), dataset.test().stream());
  }

  private static List<Optional<Path>> files(ExplorerSession session) {
    return samples(session.dataset()).map(session::image).toList();
  }

  private static Optional<Path> folder(ExplorerSession session) {
    return session.workspace().map(ws -> ws.resultFolder(fingerprint(session)));
  }

  private static Fingerprint fingerprint(ExplorerSession session) {
    Fingerprint.Builder builder =
        Fingerprint.builder()
            .add("copies", GENERATION)
            .add("train", session.dataset().train().size())
            .add("features", FeatureContent.digits(session.bundle().trainFeatures()))
            .add("test features", FeatureContent.digits(session.bundle().testFeatures()));
    samples(session.dataset())
        .forEach(
            sample -> {
              builder.add("path", sample.path());
              session
                  .image(sample)
                  .flatMap(SessionCopies::state)
                  .ifPresent(s -> builder.add("file", s));
            });
    return builder.build();
  }

  /** Length and time of change; empty for a file that is not there (yet). */
  private static Optional<String> state(Path file) {
    try {
      BasicFileAttributes of = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(of.size() + " " + of.lastModifiedTime().toInstant());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Kept> read(Path folder, ExplorerSession session) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    long images = samples(session.dataset()).count();
    try {
      Kept kept = Json.read(file, Kept.class);
      for (CopyLink link : kept.links()) {
        if (link.second() >= images) {
          throw ProblemException.badValue("links.second", link.second(), "0 to " + (images - 1))
              .orAt(file.toString());
        }
      }
      return Optional.of(kept);
    } catch (ProblemException e) {
      LOG.warn("The copies found before can't be read and are sought again. {}", e.getMessage());
      return Optional.empty();
    }
  }

  private void keep(Path folder, ExplorerSession session, Kept found) {
    try {
      Json.write(folder.resolve(ResultStore.PROVENANCE), provenance(session));
      Json.write(folder.resolve(FILE), found);
    } catch (ProblemException e) {
      LOG.warn("The copies are sought again next time. {}", e.getMessage());
    }
  }

  private Provenance provenance(ExplorerSession session) {
    return new ProvenanceFactory(version)
        .now(
            "duplicates",
            Map.of("data set", session.dataset().name(), "model", session.modelTitle()),
            Map.of());
  }
}
