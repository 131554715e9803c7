package eifexplorer.model;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.embedding.DatasetFeatures;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.FeatureStore;
import eifexplorer.embedding.Proxies;
import eifexplorer.embedding.SelectedRows;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.OnnxNetwork;
import eifexplorer.image.Preprocessing;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.problem.ProblemException;
import eifexplorer.problem.RegularFile;
import eifexplorer.training.LossSpec;
import eifexplorer.workspace.Fingerprint;
import eifexplorer.workspace.Provenance;
import eifexplorer.workspace.ProvenanceFactory;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Adds models that were trained elsewhere to a workspace: features are extracted and retrieval is measured. */
public final class ModelImport {
  private final MatrixMath math;
  private final DatasetReferences datasets;
  private final BackboneFeatures features;
  private final TrustedPrograms programs;
  private final String version;

  /** An import that extracts what features are missing, trusts what it is given, and notes the program's version. */
  public ModelImport(
      MatrixMath math,
      DatasetReferences datasets,
      BackboneFeatures features,
      TrustedPrograms programs,
      String version) {
    this.math = math;
    this.datasets = datasets;
    this.features = features;
    this.programs = programs;
    this.version = version;
  }

  /**
   * Adds a model as the workspace's current one. Whoever names a program agrees to run it.
   *
   * @throws ProblemException if its files are broken or it does not fit the data set
   * @throws eifexplorer.job.JobCancelledException when cancelled; the next call goes on where this one stopped
   */
  public ModelCard add(Workspace workspace, ModelFiles files, JobContext context) {
    workspace.requireWritable();
    context.log("Reading " + files.weights());
    ForeignModel model = ForeignModelReader.read(files);
    model.backbone().program().ifPresent(programs::trust);
    ImageDataset dataset = datasets.open(workspace.manifest().dataset());
    ModelFinding finding = model.finding(dataset.trainClassCount());
    finding.notes().forEach(context::log);
    if (!finding.problems().isEmpty()) {
      throw new ProblemException(
          "The model does not fit the data set",
          model.weights().toString(),
          finding.problems().get(0));
    }
    EmbeddingHead head =
        new EmbeddingHead(
            model.headWeight().orElseThrow().floats(), model.headBias().orElseThrow().floats());
    LossSpec loss = finding.loss();
    Optional<Proxies> given =
        model
            .proxies()
            .map(own -> new Proxies(own.floats(), head.embeddingSize(), loss.centresPerClass()));
    Preprocessing preprocessing = model.preprocessing();
    Fingerprint key = key(dataset, preprocessing, model);
    DatasetFeatures found = features(workspace, key, dataset, preprocessing, model, context);
    requireSize(model, head, found);
    Map<String, Double> metrics = measure(found, head, context);
    Proxies proxies = given.orElseGet(() -> fitted(found, head, loss, context));
    ModelCard card =
        ModelCardBuilder.builder()
            .id(workspace.claimModel(loss.name() + "_added"))
            .backbone(describe(model, found))
            .resize(preprocessing.resize())
            .crop(preprocessing.crop())
            .preprocessing(preprocessing.text())
            .loss(loss)
            .embeddingSize(head.embeddingSize())
            .epochs(model.epoch().orElse(0))
            .frozenBackbone(false)
            .features(key.digits())
            .metrics(metrics)
            .provenance(provenance(files, finding, preprocessing))
            .name(given.isPresent() ? "" : title(model, loss))
            .build();
    new ModelStore(workspace).save(card, model.backbone(), head, proxies);
    workspace.withCurrentModel(card.id());
    return card;
  }

  /** Proxies of a model that was trained without, fitted to its training embeddings. */
  private Proxies fitted(
      DatasetFeatures found, EmbeddingHead head, LossSpec loss, JobContext context) {
    ImageDataset dataset = found.dataset();
    FittedProxies made =
        FittedProxies.of(
            "model",
            Embeddings.of(found.train(), head, math, context),
            dataset.trainLabels(),
            dataset.trainClassCount(),
            loss,
            true,
            context);
    context.log(made.note());
    return made.proxies();
  }

  /** The title of a model whose proxies are fitted, so that it is not taken for one that was trained with them. */
  private static String title(ForeignModel model, LossSpec loss) {
    return String.join(
        " · ", loss.title(), model.backbone().spec().architecture().name(), FittedProxies.FROM);
  }

  /** A bundle's features are those of its file, whatever made them. */
  private static Fingerprint key(
      ImageDataset dataset, Preprocessing preprocessing, ForeignModel model) {
    Fingerprint images = BackboneFeatures.fingerprint(dataset, preprocessing, model.backbone());
    if (model.bundle().isEmpty()) {
      return images;
    }
    try (InputStream in = RegularFile.in(model.weights())) {
      return Fingerprint.builder().add("images", images).add("bundle", in).build();
    } catch (IOException e) {
      throw new ProblemException("The bundle can't be read", model.weights().toString(), "", e);
    }
  }

  private DatasetFeatures features(
      Workspace workspace,
      Fingerprint key,
      ImageDataset dataset,
      Preprocessing preprocessing,
      ForeignModel model,
      JobContext context) {
    FeatureStore store = new FeatureStore(workspace::featureFolder);
    if (model.bundle().isPresent()) {
      put(store, key, dataset, model.bundle().get(), model.weights());
    }
    return features.findOrExtract(store, key, dataset, preprocessing, model.backbone(), context);
  }

  /** Keeps a bundle's features in the order of the data set's samples. */
  private static void put(
      FeatureStore store,
      Fingerprint key,
      ImageDataset dataset,
      EmbeddingBundle bundle,
      Path file) {
    int[] train =
        rows("training", dataset.train(), bundle.trainPaths(), bundle.trainLabels(), file);
    int[] test = rows("test", dataset.test(), bundle.testPaths(), bundle.testLabels(), file);
    int[] labels = bundle.trainLabels();
    int[] given = Arrays.stream(train).map(row -> labels[row]).toArray();
    if (!Arrays.equals(given, dataset.trainLabels())) {
      throw ProblemException.inFile(
          file,
          "The bundle's training labels are not those of the data set",
          "Open the bundle on its own instead.");
    }
    store.put(
        key,
        dataset,
        SelectedRows.of(bundle.trainFeatures(), train),
        SelectedRows.of(bundle.testFeatures(), test));
  }

  /** The bundle's row of each sample: by its path, or, in a bundle without paths, the same place in the list. */
  private static int[] rows(
      String split, List<Sample> samples, List<String> paths, int[] labels, Path file) {
    Map<String, Integer> byPath = new HashMap<>();
    for (int row = 0; row < labels.length; row++) {
      byPath.put(
          paths.isEmpty() ? samples.size() <= row ? "" : samples.get(row).path() : paths.get(row),
          row);
    }
    boolean complete = samples.stream().allMatch(sample -> byPath.containsKey(sample.path()));
    if (!complete || (paths.isEmpty() && labels.length != samples.size())) {
      throw ProblemException.inFile(
          file,
          String.format(
              Locale.ROOT,
              "The bundle's %d %s samples are not the data set's %d",
              labels.length,
              split,
              samples.size()),
          "Open the bundle on its own instead.");
    }
    return samples.stream().mapToInt(sample -> byPath.get(sample.path())).toArray();
  }

  /** Only a program that has run tells how many features it gives. */
  private static void requireSize(ForeignModel model, EmbeddingHead head, DatasetFeatures found) {
    if (found.train().columns() != head.featureSize()) {
      throw ProblemException.inFile(
          model.weights(),
          String.format(
              Locale.ROOT,
              "The last layer takes %d features, the network gives %d",
              head.featureSize(),
              found.train().columns()),
          "Choose the files of one model.");
    }
  }

  private static String describe(ForeignModel model, DatasetFeatures found) {
    BackboneSpec spec = model.backbone().spec();
    String text = spec.describe();
    if (spec.architecture() instanceof OnnxNetwork network) {
      OnnxNetwork known = new OnnxNetwork(found.train().columns(), network.output());
      return new BackboneSpec(known, spec.pooling(), spec.layerNorm()).describe();
    }
    return text.startsWith("torchscript/")
        ? text.replaceFirst("torchscript", "torchscript-" + found.train().columns())
        : text;
  }

  private Map<String, Double> measure(
      DatasetFeatures found, EmbeddingHead head, JobContext context) {
    FeatureMatrix embeddings = Embeddings.of(found.test(), head, math, context);
    Map<String, Double> metrics = new LinkedHashMap<>();
    new Measurement(math)
        .test(found.dataset(), embeddings, context)
        .asMap()
        .forEach((name, value) -> metrics.put(name, value.doubleValue()));
    return metrics;
  }

  private Provenance provenance(
      ModelFiles files, ModelFinding finding, Preprocessing preprocessing) {
    Map<String, String> inputs = new LinkedHashMap<>();
    inputs.put("weights", finding.weights().toString());
    finding.proxiesFile().ifPresent(file -> inputs.put("proxies", file.toString()));
    files.head().ifPresent(file -> inputs.put("head", file.toString()));
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("kind", finding.kind());
    parameters.put("network", finding.network());
    parameters.put("loss", finding.loss().toString());
    files.output().ifPresent(output -> parameters.put("output", output));
    if (finding.proxies() == 0) {
      parameters.put("proxies", FittedProxies.FROM);
    }
    parameters.put("resize", String.valueOf(preprocessing.resize()));
    parameters.put("crop", String.valueOf(preprocessing.crop()));
    if (!preprocessing.text().isEmpty()) {
      parameters.put("preprocessing", preprocessing.text());
    }
    return new ProvenanceFactory(version).now("add-model", inputs, parameters);
  }
}
