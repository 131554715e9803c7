package eifexplorer.ui.workspace;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.InjectedNoise;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.SkippedSample;
import eifexplorer.embedding.EmbeddingBundle;
import eifexplorer.problem.PlainText;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.UntrainedWorkspace;
import eifexplorer.ui.kit.Fact;
import eifexplorer.ui.kit.Texts;
import eifexplorer.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The facts of what is open: data set, model, skipped images. */
public final class WorkspaceViewModel {
  private final ReadOnlyObjectWrapper<ExplorerSession> session = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ImageDataset> images = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Fact> dataset = FXCollections.observableArrayList();
  private final ObservableList<Fact> model = FXCollections.observableArrayList();
  private final ObservableList<SkippedSample> skipped = FXCollections.observableArrayList();
  private Optional<Workspace> workspace = Optional.empty();

  /** What is open; null before the first, and for a workspace without a model. */
  public ReadOnlyObjectProperty<ExplorerSession> sessionProperty() {
    return session.getReadOnlyProperty();
  }

  /** The images of what is open, with a model or without; null before the first. Changes after everything else. */
  ReadOnlyObjectProperty<ImageDataset> imagesProperty() {
    return images.getReadOnlyProperty();
  }

  /** The folder that is open; empty for a bundle. */
  Optional<Workspace> workspace() {
    return workspace;
  }

  /** Facts of the data set. */
  public ObservableList<Fact> dataset() {
    return dataset;
  }

  /** Facts of the model. */
  public ObservableList<Fact> model() {
    return model;
  }

  /** Images left out, with reasons. */
  public ObservableList<SkippedSample> skipped() {
    return skipped;
  }

  /** Shows another session. */
  public void show(ExplorerSession newSession) {
    model.setAll(modelFacts(newSession));
    show(newSession.workspace(), newSession.dataset(), newSession);
  }

  /** Shows a workspace without a model. */
  void show(UntrainedWorkspace untrained) {
    model.clear();
    show(Optional.of(untrained.workspace()), untrained.dataset(), null);
  }

  private void show(
      Optional<Workspace> folder, ImageDataset data, @Nullable ExplorerSession newSession) {
    workspace = folder;
    dataset.setAll(datasetFacts(folder, data));
    skipped.setAll(data.skipped());
    session.set(newSession);
    images.set(data);
  }

  /** The skipped images as text, one a line: path, tab, reason. */
  public String skippedAsText() {
    StringBuilder text = new StringBuilder();
    skipped.forEach(
        s ->
            text.append(PlainText.of(s.path()))
                .append('\t')
                .append(Texts.said(PlainText.of(s.reason())))
                .append('\n'));
    return text.toString();
  }

  private static Fact images(ImageDataset data) {
    int samples = data.train().size() + data.test().size();
    return new Fact(
        Texts.of("Images"),
        Texts.of("{0} of {1} located", Texts.count(data.files().size()), Texts.count(samples)));
  }

  private static List<Fact> datasetFacts(Optional<Workspace> workspace, ImageDataset data) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            Texts.of("Format"),
            workspace.map(w -> w.manifest().dataset().format()).orElse(data.name())));
    facts.add(
        new Fact(
            Texts.of("Root"),
            data.root()
                .map(Object::toString)
                .orElse(Texts.of("none: features from an embedding bundle"))));
    workspace.filter(Workspace::isOfBundle).ifPresent(w -> facts.add(images(data)));
    facts.add(new Fact(Texts.of("Training"), split(data.train())));
    facts.add(new Fact(Texts.of("Test"), split(data.test())));
    facts.add(
        new Fact(Texts.of("Left out"), Texts.count(data.skipped().size(), "image", "images")));
    data.noise().map(WorkspaceViewModel::noise).ifPresent(facts::add);
    workspace.ifPresent(w -> facts.add(new Fact(Texts.of("Workspace"), w.folder().toString())));
    return facts;
  }

  private static String split(List<Sample> samples) {
    long classes = samples.stream().mapToInt(Sample::label).distinct().count();
    return Texts.of(
        "{0} of {1}",
        Texts.count(samples.size(), "image", "images"), Texts.count(classes, "class", "classes"));
  }

  private static Fact noise(InjectedNoise noise) {
    return new Fact(
        Texts.of("Wrong labels"),
        Texts.of(
            "{0} put in ({1}, {2}, seed {3})",
            Texts.count(noise.trueLabels().size()),
            noise.model(),
            Texts.percent(noise.fraction()),
            noise.seed()));
  }

  private static List<Fact> modelFacts(ExplorerSession session) {
    EmbeddingBundle bundle = session.bundle();
    return List.of(
        new Fact(Texts.of("Model"), session.modelTitle()),
        new Fact(Texts.of("Loss"), session.loss().title()),
        new Fact(Texts.of("Features"), Texts.count(bundle.head().featureSize())),
        new Fact(Texts.of("Embedding"), Texts.count(bundle.head().embeddingSize())),
        new Fact(Texts.of("Proxies"), Texts.count(bundle.proxies().count())),
        new Fact(
            "R@1",
            Texts.of(
                "{0} on {1}",
                Texts.percent(session.recallAt1()), Texts.said(session.measuredOn()))),
        new Fact(Texts.of("Confused pairs"), Texts.count(session.pairs().size())),
        new Fact(Texts.of("Influence"), Texts.said(session.estimator().title())));
  }
}
