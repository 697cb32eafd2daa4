package atlas.scoring.county;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.PropertyWriter;
import com.fasterxml.jackson.databind.ser.impl.SimpleBeanPropertyFilter;
import com.fasterxml.jackson.databind.ser.impl.SimpleFilterProvider;

import io.quarkus.jackson.ObjectMapperCustomizer;

/** Writes of a county only the fields that were asked for. */
@Singleton
class ChosenFields extends SimpleBeanPropertyFilter implements ObjectMapperCustomizer {

    static final String NAME = "chosen fields";

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.setFilterProvider(new SimpleFilterProvider().addFilter(NAME, this));
    }

    @Override
    public void serializeAsField(Object county, JsonGenerator json, SerializerProvider provider, PropertyWriter field)
            throws Exception {
        if (!(county instanceof CountyView view) || view.shown().isEmpty() || view.shown().contains(field.getName())) {
            field.serializeAsField(county, json, provider);
        }
    }
}
