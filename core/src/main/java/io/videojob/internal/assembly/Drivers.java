package io.videojob.internal.assembly;

import io.videojob.ConfigurationException;
import io.videojob.VideoJobs;
import io.videojob.internal.driver.LocalDriver;
import io.videojob.spi.DriverSettings;
import io.videojob.spi.JobDriver;
import io.videojob.spi.JobDriverFactory;
import io.videojob.spi.JobJournal;
import java.util.ServiceLoader;
import java.util.TreeSet;

/** Makes the driver that {@code videojob.driver} names. */
final class Drivers {
    static final String LOCAL = "local";

    private Drivers() {}

    static JobDriver make(String name, JobJournal journal, DriverSettings settings) {
        if (name.equals(LOCAL)) {
            return new LocalDriver(settings);
        }
        TreeSet<String> known = new TreeSet<>();
        known.add(LOCAL);
        for (JobDriverFactory factory : ServiceLoader.load(JobDriverFactory.class, VideoJobs.class.getClassLoader())) {
            if (factory.name().equals(name)) {
                return factory.create(journal, settings);
            }
            known.add(factory.name());
        }
        throw new ConfigurationException("videojob.driver: no driver is called \"" + name + "\"; on the class path are "
                + known + (name.equals("cluster") ? "; add the module videojob-cluster" : ""));
    }
}
