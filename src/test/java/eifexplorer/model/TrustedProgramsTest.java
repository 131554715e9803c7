package eifexplorer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import eifexplorer.app.Composition;
import eifexplorer.engine.Engine;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.Explorer;
import eifexplorer.testing.MeanColourEngine;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.workspace.FolderTrees;
import eifexplorer.workspace.UserFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedProgramsTest {
  @TempDir Path folder;
  private SmallWorkspace small;
  private ModelCard card;
  private Path program;

  @BeforeEach
  void make() {
    small = new SmallWorkspace(folder);
    card = small.addProgram();
    program = small.workspace().resolve("models").resolve(card.id()).resolve("backbone.pt");
  }

  private Explorer stranger() {
    return stranger(MeanColourEngine::new);
  }

  private Explorer stranger(Supplier<Engine> engine) {
    Path home = folder.resolve("stranger");
    return Composition.explorer(engine, new UserFolders(home, home), "test");
  }

  private static Engine noEngine() {
    throw new AssertionError("Nothing may run");
  }

  private void open(Explorer explorer) {
    explorer.sessions().openWorkspace(small.workspace(), JobContext.unattended());
  }

  private void dropFeatures() {
    FolderTrees.delete(small.workspace().resolve("features"));
  }

  private String refusal() {
    return "The model's network is a program that came with the workspace, and you have not agreed"
        + " to run it: "
        + program
        + ". If you know where it is from: eif-explorer models --workspace "
        + small.workspace()
        + " --trust "
        + card.id();
  }

  private void assertRefused(Explorer explorer) {
    dropFeatures();
    assertEquals(
        refusal(), assertThrows(ProblemException.class, () -> open(explorer)).getMessage());
  }

  @Test
  void whoAddedAProgramIsNotAsked() {
    dropFeatures();
    try (Explorer explorer = small.explorer()) {
      open(explorer);
    }
  }

  @Test
  void aStrangersWorkspaceWithFeaturesOpensWithoutRunningAnything() {
    try (Explorer explorer = stranger(TrustedProgramsTest::noEngine)) {
      open(explorer);
    }
  }

  @Test
  void aStrangersProgramRunsOnceItIsTrusted() {
    try (Explorer explorer = stranger()) {
      assertRefused(explorer);
      explorer.workspaces().trust(small.workspace(), card.id());
    }
    try (Explorer explorer = stranger()) {
      open(explorer);
    }
  }

  @Test
  void anotherProgramInTheTrustedOnesPlaceIsRefused() throws IOException {
    try (Explorer explorer = stranger()) {
      explorer.workspaces().trust(small.workspace(), card.id());
      Files.writeString(program, " ", StandardOpenOption.APPEND);

      assertRefused(explorer);
    }
  }

  @Test
  void aPersonIsAskedOnce() {
    List<Path> asked = new ArrayList<>();
    try (Explorer explorer = stranger()) {
      explorer.workspaces().programs().askWith(asked::add);
      dropFeatures();
      open(explorer);
      dropFeatures();
      open(explorer);
    }
    assertEquals(List.of(program), asked);
  }

  @Test
  void whatDamagesTheListOfTrustedProgramsTrustsNothing() throws IOException {
    Files.writeString(
        Files.createDirectories(folder.resolve("stranger")).resolve("trusted-programs.json"),
        "{\"sha256\": [null, \"*\"]}");
    try (Explorer explorer = stranger()) {
      assertRefused(explorer);
    }
  }

  @Test
  void aNetworkThatIsNoProgramNeedsNoAgreement() {
    ModelCard plain = small.add(1);
    try (Explorer explorer = stranger()) {
      assertEquals(
          "The model's network is no program, and needs no agreement: " + plain.id() + ".",
          assertThrows(
                  ProblemException.class,
                  () -> explorer.workspaces().trust(small.workspace(), plain.id()))
              .getMessage());
    }
  }
}
