# Built in one stage with the development tools, run in another without them.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# scripts are off: `prepare` would build before the sources are there
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
ENV NODE_ENV=production CALCIGRAPH_DATA=/data
WORKDIR /app
COPY --from=build --chown=root:root /app/package.json ./
COPY --from=build --chown=root:root /app/node_modules node_modules
COPY --from=build --chown=root:root /app/dist dist
COPY --from=build --chown=root:root /app/extractors extractors
COPY --from=build --chown=root:root /app/graph graph
COPY --from=build --chown=root:root /app/corpus corpus
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
ENTRYPOINT ["node", "dist/pipeline/cli.js"]
CMD ["serve", "--host", "0.0.0.0"]
