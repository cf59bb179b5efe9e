package io.videojob.sandbox.internal.engine;

import io.videojob.sandbox.report.ReceivedRequest;
import io.videojob.sandbox.script.JobScript;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** How the coming jobs are to go: scripts for one job each, and one for all others. */
public final class ScriptShelf {
    private final List<JobScript> single = new ArrayList<>();
    private JobScript usual = JobScript.success();

    public synchronized void next(JobScript... scripts) {
        single.addAll(List.of(scripts));
    }

    public synchronized void every(JobScript script) {
        usual = script;
    }

    /** The oldest script that is for such a create; it is used up. */
    synchronized JobScript take(ReceivedRequest create) {
        for (Iterator<JobScript> scripts = single.iterator(); scripts.hasNext(); ) {
            JobScript script = scripts.next();
            if (script.concerns(create)) {
                scripts.remove();
                return script;
            }
        }
        return usual.concerns(create) ? usual : JobScript.success();
    }
}
