package eifexplorer.ui.workspace;

import eifexplorer.dataset.DatasetFormat;
import eifexplorer.model.BundleImport;
import eifexplorer.model.ModelFiles;
import eifexplorer.project.FileInspector;
import eifexplorer.project.Workspaces;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.NewWorkspace;
import eifexplorer.session.SessionOpener;
import eifexplorer.session.UntrainedWorkspace;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.ChipMenu;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.screen.Navigation;
import eifexplorer.ui.screen.PageView;
import eifexplorer.ui.screen.Request;
import eifexplorer.ui.screen.Screen;
import eifexplorer.ui.screen.ScreenContext;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Workspace, for the window: facts, models and room of what is open, and the forms that lead to a workspace. */
public final class WorkspaceScreen implements Screen {
  private final WorkspaceViewModel facts = new WorkspaceViewModel();
  private final SessionOpener opener;
  private final Workspaces workspaces;
  private final Navigation navigation;
  private final ModelsViewModel models;
  private final DiskViewModel disk;
  private final Form<OpenViewModel> open;
  private final Form<NewDataSetViewModel> newDataSet;
  private final Form<AddModelViewModel> addModel;
  private final Form<RelocationViewModel> relocation;

  /** A screen without a session yet. */
  public WorkspaceScreen(ScreenContext context, WorkspaceServices services) {
    opener = services.opener();
    workspaces = services.workspaces();
    navigation = context.navigation();
    FxJobs jobs = context.jobs();
    NoticesViewModel notices = context.notices();
    models = new ModelsViewModel(jobs, notices, workspaces);
    disk = new DiskViewModel(jobs, notices, workspaces);
    open = open(jobs, services.formats());
    open.model().suggestIn(() -> context.preferences().get().personal().workspaces());
    newDataSet = newDataSet(jobs, notices, services.formats());
    addModel = addModel(jobs);
    relocation = relocation(jobs, notices);
    models.whenChanged(disk::refresh);
  }

  private Form<OpenViewModel> open(FxJobs jobs, List<DatasetFormat> formats) {
    OpenViewModel model =
        new OpenViewModel(
            jobs,
            new FileInspector(formats),
            new OpenViewModel.Actions() {
              @Override
              public void workspace(Path folder) {
                navigation.openWorkspace(folder);
              }

              @Override
              public void bundle(BundleImport.Request request) {
                importBundle(request);
              }

              @Override
              public void dataSet(Path root, Path workspace) {
                newDataSet.model().text(FormField.WORKSPACE).set(workspace.toString());
                serve(new Request.NewDataSet(Optional.of(root)));
              }

              @Override
              public void model(Path weights) {
                showAddModel(Optional.of(weights));
              }
            });
    return new Form<>("open", model, () -> new OpenView(model, navigation::back))
        .taking(
            file -> Optional.of(Texts.of("Drop to look at it")),
            file -> model.ask(Optional.of(file)));
  }

  private void importBundle(BundleImport.Request request) {
    navigation.openMade(
        Texts.of("Opening {0}", request.bundle().getFileName()),
        request.folder(),
        job -> opener.importBundle(request, job),
        () -> open.model().openingProperty().set(false),
        () -> open.model().openingProperty().set(false));
  }

  private Form<NewDataSetViewModel> newDataSet(
      FxJobs jobs, NoticesViewModel notices, List<DatasetFormat> formats) {
    NewDataSetViewModel model = new NewDataSetViewModel(jobs, notices, formats, this::create);
    return new Form<>("new-data-set", model, () -> new NewDataSetView(model, navigation::back));
  }

  /** An embedding bundle dropped on it is a model too. */
  private Form<AddModelViewModel> addModel(FxJobs jobs) {
    AddModelViewModel model = new AddModelViewModel(jobs, workspaces, this::add);
    return new Form<>("add-model", model, () -> new AddModelView(model, navigation::back))
        .taking(
            file ->
                isBundle(file)
                    ? Optional.of(Texts.of("Drop to look at the model"))
                    : Optional.empty(),
            bundle -> showAddModel(Optional.of(bundle)));
  }

  private static boolean isBundle(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".npz");
  }

  private Form<RelocationViewModel> relocation(FxJobs jobs, NoticesViewModel notices) {
    RelocationViewModel model =
        new RelocationViewModel(jobs, notices, workspaces, this::openRelocated);
    return new Form<>("relocation", model, () -> new RelocationView(model, navigation::back))
        .taking(
            folder -> Optional.of(Texts.of("Drop the folder where the data set is now")),
            folder -> model.rootProperty().set(folder.toString()));
  }

  private void create(NewWorkspace request) {
    navigation.openMade(
        Texts.of("Making workspace {0}", request.folder().getFileName()),
        request.folder(),
        job -> opener.create(request, job),
        () -> newDataSet.model().makingProperty().set(false),
        () -> newDataSet.model().makingProperty().set(false));
  }

  private void add(ModelFiles files) {
    Optional<Path> folder = workspace().map(Workspace::folder);
    if (folder.isPresent()) {
      navigation.openMade(
          Texts.of("Adding {0}", files.weights().getFileName()),
          folder.get(),
          job -> {
            workspaces.add(folder.get(), files, job);
            return opener.openWorkspace(folder.get(), job);
          },
          () -> {
            addModel.model().addingProperty().set(false);
            navigation.turnTo(this);
          },
          () -> addModel.model().addingProperty().set(false));
    }
  }

  private void openRelocated(Path folder) {
    navigation.openWorkspace(folder);
  }

  private Optional<Workspace> workspace() {
    return facts.workspace();
  }

  @Override
  public String id() {
    return "workspace";
  }

  @Override
  public String title() {
    return Texts.of("Workspace");
  }

  @Override
  public Ikon icon() {
    return Feather.FOLDER;
  }

  @Override
  public PageView view(PictureLoader pictures) {
    return new WorkspaceView(this, actions());
  }

  @Override
  public Runnable prepare(ExplorerSession session) {
    return () -> {
      facts.show(session);
      shown();
    };
  }

  @Override
  public boolean needsModel() {
    return false;
  }

  @Override
  public void showUntrained(UntrainedWorkspace untrained) {
    facts.show(untrained);
    shown();
  }

  private void shown() {
    models.show(facts.workspace());
    disk.show(facts.workspace());
  }

  /** Other screens and other programs write into the workspace too. */
  @Override
  public void enter() {
    refresh();
  }

  private void refresh() {
    models.refresh();
    disk.refresh();
  }

  private WorkspaceView.Actions actions() {
    return new WorkspaceView.Actions(
        () -> showAddModel(Optional.empty()), this::changeRoot, navigation::openModel);
  }

  @Override
  public List<ChipMenu> chips() {
    Runnable turnHere = () -> navigation.turnTo(this);
    return List.of(
        new ModelChip(facts, models, actions(), turnHere), new SplitChip(facts, turnHere));
  }

  @Override
  public boolean serve(Request request) {
    if (request instanceof Request.Open wanted) {
      open.model().ask(wanted.path());
      navigation.turnTo(open);
    } else if (request instanceof Request.NewDataSet wanted) {
      wanted.root().ifPresent(root -> newDataSet.model().text(FormField.ROOT).set(root.toString()));
      navigation.turnTo(newDataSet);
    } else if (request instanceof Request.AddModel wanted) {
      showAddModel(wanted.weights());
    } else if (request instanceof Request.FindDataSet wanted) {
      relocation.model().ask(wanted.workspace(), true);
      navigation.turnTo(relocation);
    } else if (request instanceof Request.ModelsChanged) {
      refresh();
    } else {
      return false;
    }
    return true;
  }

  private void showAddModel(Optional<Path> weights) {
    if (workspace().isEmpty()) {
      weights.ifPresent(file -> newDataSet.model().text(FormField.WEIGHTS).set(file.toString()));
      navigation.turnTo(newDataSet);
      return;
    }
    addModel.model().reset(facts.imagesProperty().get().trainClassCount());
    weights.ifPresent(file -> addModel.model().text(ModelField.WEIGHTS).set(file.toString()));
    navigation.turnTo(addModel);
  }

  private void changeRoot() {
    workspace()
        .ifPresent(
            open -> {
              relocation.model().ask(open, false);
              navigation.turnTo(relocation);
            });
  }

  /** Data set and model in words. */
  public WorkspaceViewModel facts() {
    return facts;
  }

  /** The workspace's models. */
  public ModelsViewModel models() {
    return models;
  }

  /** The room it takes. */
  public DiskViewModel disk() {
    return disk;
  }

  /** The form that opens anything. */
  public Form<OpenViewModel> open() {
    return open;
  }

  /** The form for a new workspace. */
  public Form<NewDataSetViewModel> newDataSet() {
    return newDataSet;
  }

  /** The form that adds a model. */
  public Form<AddModelViewModel> addModel() {
    return addModel;
  }

  /** The question where the data set is now. */
  public Form<RelocationViewModel> relocation() {
    return relocation;
  }
}
