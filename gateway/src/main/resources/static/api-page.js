"use strict";
const services = ["product", "category", "shop", "cart", "order", "customer"].map((name) => name + "-service");
SwaggerUIBundle({
  dom_id: "#api",
  urls: services.map((name) => ({ name, url: "/v3/api-docs/" + name })),
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: "StandaloneLayout",
  validatorUrl: null,
});
