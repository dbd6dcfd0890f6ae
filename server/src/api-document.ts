import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The contract, generated from controllers and DTOs. */
export function apiDocument(nest: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('探访关爱 API')
    .setDescription(
      '特殊困难老年人探访关爱与委托服务。时间为 UTC 毫秒，日期为 Asia/Shanghai 的 YYYY-MM-DD，错误为 RFC 9457。' +
        '请求头 X-Tanfang-Account 写明是替哪个账号发的；会话属于别的账号时回 401 session.other-account，什么也不做。',
    )
    .setVersion('0.1.0')
    .addBearerAuth()
    .addCookieAuth('tf_session')
    .build();
  return SwaggerModule.createDocument(nest, config, {
    operationIdFactory: (controller, method) => `${controller}.${method}`,
  });
}

/** `/api/openapi.json` for programs and `/api/docs` for people; made at the first request. */
export function addApiDocument(nest: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', nest, () => apiDocument(nest), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: '探访关爱 API',
  });
}
