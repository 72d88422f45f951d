/** Blobs as objects of an S3-compatible store; credentials, region and endpoint come from the usual AWS settings. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { type BlobStore, checkedKey } from './blob-store.ts'

export interface S3Place {
  readonly bucket: string
  /** Goes before every key; empty for none. */
  readonly prefix: string
}

/** The object store does not answer or refuses; may pass. */
export class BlobStoreDownError extends Error {
  override readonly name = 'BlobStoreDownError'
  readonly permanent = false
}

/** @throws BlobStoreDownError where the bucket can not be reached */
export async function openS3Blobs({ bucket, prefix }: S3Place, keysPerPage = 1_000): Promise<BlobStore> {
  // stores other than Amazon's are found by an endpoint and rarely have a host name for each bucket
  const endpoint = process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL
  // the kit's advice on Node versions is for whoever builds this program, not for who runs it
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'
  const client = new S3Client({
    region: process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? 'us-east-1',
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
  })
  const place = `s3://${bucket}${prefix && `/${prefix}`}`
  const keyOf = (key: string): string => (prefix ? `${prefix}/${checkedKey(key)}` : checkedKey(key))
  try {
    await client.send(new HeadBucketCommand({ Bucket: bucket }))
  } catch (error) {
    client.destroy()
    const reason = error instanceof Error ? error.message || error.name : String(error)
    throw new BlobStoreDownError(
      `The paper store ${place} does not answer (${reason}); correct PAPERS_URL or the AWS settings.`,
      {
        cause: error,
      },
    )
  }
  await checkConditionalWrites(client, bucket, keyOf('probe.json'), place)
  const cache = await mkdtemp(join(tmpdir(), 'calcigraph-papers-'))

  async function read(key: string): Promise<Uint8Array | null> {
    try {
      const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(key) }))
      return (await answer.Body?.transformToByteArray()) ?? null
    } catch (error) {
      if (hasStatus(error, 404)) return null
      throw error
    }
  }

  async function put(key: string, bytes: Uint8Array, onlyIfAbsent: boolean): Promise<boolean> {
    try {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: keyOf(key),
          Body: bytes,
          ContentLength: bytes.byteLength,
          ...(onlyIfAbsent ? { IfNoneMatch: '*' } : {}),
        }),
      )
      return true
    } catch (error) {
      // 412: it is there; 409: another writer was at it at the same time
      if (onlyIfAbsent && (hasStatus(error, 412) || hasStatus(error, 409))) return false
      throw error
    }
  }

  async function list(under: string): Promise<readonly string[]> {
    const head = prefix ? `${prefix}/` : ''
    const keys: string[] = []
    let last: string | undefined
    for (let more = true; more; ) {
      const page = { Bucket: bucket, Prefix: head + under, MaxKeys: keysPerPage }
      const answer = await client.send(new ListObjectsV2Command({ ...page, ...(last ? { StartAfter: last } : {}) }))
      for (const { Key } of answer.Contents ?? []) if (Key) keys.push(Key.slice(head.length))
      last = answer.Contents?.at(-1)?.Key
      more = answer.IsTruncated === true && last !== undefined
    }
    return keys.sort()
  }

  return {
    place,
    read,
    write: async (key, bytes) => void (await put(key, bytes, false)),
    create: (key, bytes) => put(key, bytes, true),
    async has(key) {
      try {
        await client.send(new HeadObjectCommand({ Bucket: bucket, Key: keyOf(key) }))
        return true
      } catch (error) {
        if (hasStatus(error, 404)) return false
        throw error
      }
    },
    remove: async (key) => void (await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: keyOf(key) }))),
    list,
    async localPath(key) {
      const path = join(cache, key.replaceAll('/', '-'))
      if (await stat(path).catch(() => null)) return path
      const bytes = await read(key)
      if (bytes === null) return null
      // whole or not there: another job may fetch the same paper now
      const beside = `${path}.${randomBytes(4).toString('hex')}`
      await writeFile(beside, bytes)
      await rename(beside, path)
      return path
    },
    async close() {
      client.destroy()
      await rm(cache, { recursive: true, force: true })
    },
  }
}

/** The history of a paper stands on it: of two writers of one entry the second must be told. */
async function checkConditionalWrites(client: S3Client, bucket: string, key: string, place: string): Promise<void> {
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: '{}' }))
  try {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: '{}', IfNoneMatch: '*' }))
  } catch (error) {
    if (hasStatus(error, 412) || hasStatus(error, 409)) return
    throw error
  }
  client.destroy()
  throw new BlobStoreDownError(
    `The paper store ${place} does not know conditional writes (If-None-Match), which several workers need; use another one.`,
  )
}

function hasStatus(error: unknown, status: number): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === status
}
