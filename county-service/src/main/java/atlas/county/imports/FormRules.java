package atlas.county.imports;

import java.util.List;

import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

import atlas.service.problem.ProblemException;

/** A form holds one file and nothing else: an option among its fields would be lost, and a rehearsal become a change. */
final class FormRules {

    private FormRules() {
    }

    static void check(List<FileUpload> files, FormData form) {
        int count = files == null ? 0 : files.size();
        if (count != 1) {
            throw ProblemException.invalid("file", "the form must hold one file, and holds " + count);
        }
        for (String name : form) {
            if (form.get(name).stream().anyMatch(part -> !part.isFileItem())) {
                throw ProblemException.invalid(name.length() > 100 ? name.substring(0, 100) : name,
                        "is a field of the form, which must hold a file only: options stand in the address, as ?dry_run=true");
            }
        }
    }
}
