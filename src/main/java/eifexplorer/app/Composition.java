package eifexplorer.app;

import eifexplorer.cli.CommandContext;
import eifexplorer.cli.Console;
import eifexplorer.dataset.demo.DemoFormat;
import eifexplorer.dataset.format.DatasetFormats;
import eifexplorer.dataset.format.DatasetOpener;
import eifexplorer.djl.DjlEngine;
import eifexplorer.embedding.FeatureStore;
import eifexplorer.engine.ComputeDevice;
import eifexplorer.engine.Engine;
import eifexplorer.engine.EngineReport;
import eifexplorer.engine.EngineSettings;
import eifexplorer.experiment.attribution.LinearDatamodelingScore;
import eifexplorer.experiment.mislabel.MislabelDetection;
import eifexplorer.experiment.reweighting.GroupConfusion;
import eifexplorer.experiment.reweighting.PairConfusion;
import eifexplorer.experiment.study.FieldStudy;
import eifexplorer.experiment.study.RunningTime;
import eifexplorer.experiment.study.WrongClasses;
import eifexplorer.influence.InfluenceEstimators;
import eifexplorer.job.ComputePool;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.math.LazyMatrixMath;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.BackboneFeatures;
import eifexplorer.model.BackboneMeasurement;
import eifexplorer.model.BundleCompletion;
import eifexplorer.model.BundleImport;
import eifexplorer.model.DatasetReferences;
import eifexplorer.model.GuardedEngine;
import eifexplorer.model.LazyEngine;
import eifexplorer.model.ModelFeatures;
import eifexplorer.model.ModelImport;
import eifexplorer.model.StoredFeatures;
import eifexplorer.model.TrustedPrograms;
import eifexplorer.project.DatasetRelocation;
import eifexplorer.project.DemoWorkspace;
import eifexplorer.project.ExperimentService;
import eifexplorer.project.Explorer;
import eifexplorer.project.PairCards;
import eifexplorer.project.Registries;
import eifexplorer.project.ReviewService;
import eifexplorer.project.Sessions;
import eifexplorer.project.Workspaces;
import eifexplorer.project.WorthService;
import eifexplorer.retrain.LeaveOut;
import eifexplorer.retrain.Reweights;
import eifexplorer.run.ModelTraining;
import eifexplorer.run.NetworkTraining;
import eifexplorer.run.NoiseModels;
import eifexplorer.run.RunCheckpoints;
import eifexplorer.run.RunPreparation;
import eifexplorer.run.TrainProvenance;
import eifexplorer.run.TrainingRuns;
import eifexplorer.session.BackbonePlaces;
import eifexplorer.session.Explanations;
import eifexplorer.session.SessionBuilder;
import eifexplorer.session.SessionCopies;
import eifexplorer.session.SessionMaps;
import eifexplorer.ui.benchmark.GalleryBenchmark;
import eifexplorer.workspace.ProgramVersion;
import eifexplorer.workspace.ProvenanceFactory;
import eifexplorer.workspace.SettingsFile;
import eifexplorer.workspace.TrustedFiles;
import eifexplorer.workspace.UserFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Builds the program's parts. */
public final class Composition {
  private Composition() {}

  /** Where this user's files are. */
  public static UserFolders userFolders() {
    return UserFolders.of(
        System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
  }

  /** The services for a device and threads; the tensor runtime starts when it is first needed. */
  public static Explorer explorer(EngineSettings settings) {
    return explorer(settings, userFolders());
  }

  /** The same with the user's files elsewhere. */
  static Explorer explorer(EngineSettings settings, UserFolders folders) {
    ComputePool.useThreads(settings.kernelThreads());
    return explorer(
        () -> new DjlEngine(settings),
        engine -> new LazyMatrixMath(() -> kernels(settings, engine)),
        folders,
        ProgramVersion.current());
  }

  /** What there is to choose from: a format, an estimator or an experiment is a class and a line here. */
  public static Registries registries() {
    return registries(new JavaMatrixMath());
  }

  private static Registries registries(MatrixMath math) {
    InfluenceEstimators estimators = InfluenceEstimators.standard(math);
    return new Registries(
        DatasetFormats.standard(new DemoFormat()),
        estimators,
        List.of(
            new LinearDatamodelingScore(estimators),
            new PairConfusion(estimators),
            new GroupConfusion(estimators),
            new MislabelDetection(),
            new FieldStudy(),
            new WrongClasses(),
            new RunningTime()));
  }

  /**
   * Services of a user.
   *
   * @param startEngine starts the tensor runtime, when it is first needed
   * @param folders where the demo is kept
   * @param version of the program, noted in what it makes
   */
  public static Explorer explorer(
      Supplier<Engine> startEngine, UserFolders folders, String version) {
    return explorer(startEngine, engine -> new JavaMatrixMath(), folders, version);
  }

  /** A GPU that was asked for by name and is not there is refused whatever it was wanted for. */
  static MatrixMath kernels(EngineSettings settings, LazyEngine engine) {
    if (settings.device().filter(ComputeDevice::isGpu).isPresent()) {
      engine.get();
    }
    boolean torch =
        switch (settings.kernels()) {
          case JAVA -> false;
          case TORCH -> true;
          case AUTO -> DjlEngine.mayUseGpu(settings) && engine.get().report().device().isGpu();
        };
    return torch ? engine.get().matrixMath() : new JavaMatrixMath(settings.keptBytes());
  }

  private static Explorer explorer(
      Supplier<Engine> startEngine,
      Function<LazyEngine, MatrixMath> kernels,
      UserFolders folders,
      String version) {
    TrustedPrograms programs = new TrustedPrograms(new TrustedFiles(folders.settings()));
    LazyEngine engine = new LazyEngine(() -> new GuardedEngine(startEngine.get(), programs));
    MatrixMath math = kernels.apply(engine);
    Registries registries = registries(math);
    DemoWorkspace demo = new DemoWorkspace(folders.data());
    DatasetReferences datasets = new DatasetReferences(new DatasetOpener(registries.formats()));
    BackboneFeatures features = new BackboneFeatures(engine, datasets.leftOut());
    Path kept = folders.data().resolve("features");
    FeatureStore scratch = new FeatureStore(fingerprint -> kept.resolve(fingerprint.digits()));
    TrainingRuns trainings =
        new TrainingRuns(
            math,
            new RunPreparation(datasets, demo, features, new NoiseModels(features, scratch)),
            new ModelTraining(math, features, new NetworkTraining(engine, math)),
            new TrainProvenance(new ProvenanceFactory(version)),
            RunCheckpoints.Rhythm.USUAL);
    SessionBuilder builder = new SessionBuilder(math);
    ModelFeatures stored = new StoredFeatures(datasets, features, demo);
    Sessions sessions =
        new Sessions(
            builder,
            datasets,
            stored,
            trainings,
            demo,
            new BundleCompletion(math),
            new BundleImport(math, version));
    Explanations explanations = new Explanations(math, registries.estimators(), version);
    ExperimentService experiments =
        new ExperimentService(registries, math, datasets, demo::ensure, version);
    WorthService worths = new WorthService(registries.estimators(), experiments);
    Reweights reweights = new Reweights(math, version);
    return new Explorer(
        registries,
        sessions,
        explanations,
        new SessionMaps(math),
        new BackbonePlaces(engine, math, demo::ensure),
        new SessionCopies(math, demo::ensure, version),
        trainings,
        reweights,
        new LeaveOut(math, version),
        new ReviewService(
            math,
            datasets,
            builder,
            stored,
            trainings,
            explanations.surveyor(),
            demo::ensure,
            version),
        experiments,
        worths,
        new PairCards(
            math, registries.estimators(), explanations, worths, reweights, demo::ensure, version),
        new Workspaces(
            sessions,
            new ModelImport(math, datasets, features, programs, version),
            new DatasetRelocation(datasets),
            programs,
            version),
        new BackboneMeasurement(math, datasets, demo, features, programs, scratch),
        demo,
        datasets.leftOut(),
        engine,
        math);
  }

  /** What commands are given. */
  public static CommandContext commands(Console console) {
    return new CommandContext(
            console,
            Composition::explorer,
            Composition::examine,
            new GalleryBenchmark(BenchmarkedWindow::new),
            registries(),
            ProgramVersion.current())
        .withDefaults(
            () -> new ChosenEngine(new SettingsFile(userFolders().settings())).settings());
  }

  private static EngineReport examine(EngineSettings settings) {
    try (DjlEngine engine = new DjlEngine(settings)) {
      return engine.report();
    }
  }
}
