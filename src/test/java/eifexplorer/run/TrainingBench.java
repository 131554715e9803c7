package eifexplorer.run;

import eifexplorer.djl.DjlEngine;
import eifexplorer.engine.Engine;
import eifexplorer.engine.EngineSettings;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What a training needs: the tensor runtime, once for a class of tests, and for each test drawn images of its own. */
abstract class TrainingBench {
  static final int CLASSES = 6;
  static final int PER_CLASS = 6;

  static Engine engine;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    engine = new DjlEngine(EngineSettings.defaults());
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @BeforeEach
  void draw() throws IOException {
    DrawnClasses.draw(folder.resolve("images"), CLASSES, PER_CLASS);
  }
}
